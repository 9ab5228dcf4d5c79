"""From bytes to disk: the only room that writes into the output folder."""
