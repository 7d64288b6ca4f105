"""What the screens are made of. Widgets are given model objects and post messages; they never call the library."""
