"""What stands between a client and the routes: each guard is ASGI and has one idea."""
