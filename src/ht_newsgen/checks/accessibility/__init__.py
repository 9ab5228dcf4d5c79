"""What keeps somebody from reading: who listens, who magnifies, who cannot tell colours apart."""
