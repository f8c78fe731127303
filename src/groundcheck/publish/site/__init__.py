"""A ledger as linked pages: models read from a view, templates, and the folder they make up.

A page is a value that knows nothing of HTML, read by ``pages`` and its neighbours; ``render`` makes
HTML of any of them. ``build`` writes the folder that needs no server; a server gives the same
pages with addresses of its own.
"""

from groundcheck.publish.site.addresses import Addresses
from groundcheck.publish.site.build import Setting, site
from groundcheck.publish.site.render import render

__all__ = ["Addresses", "Setting", "render", "site"]
