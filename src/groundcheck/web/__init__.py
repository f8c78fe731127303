"""The ledger over HTTP: a REST API, the guards around it, and the place where pages plug in."""
