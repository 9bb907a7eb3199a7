"""Thin adapters between the domain (`briefings`) and MkDocs: an event in, a domain call, a MkDocs object out."""
