"""A place over time: what makers' maps show of it, and above and below that what was claimed."""

from groundcheck.publish.timeline.claimed import Claimed, claimed
from groundcheck.publish.timeline.picture import Timeline, timeline_svg

__all__ = ["Claimed", "Timeline", "claimed", "timeline_svg"]
