"""The newsletter room: an edition becomes a mail. Subscribers are the provider's work."""
