"""Groundcheck reads reports for claims of who holds how much ground, and checks them."""
