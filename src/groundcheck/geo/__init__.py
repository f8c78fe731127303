"""Places and areas: regions, outlines, geodesic areas, who held what when."""
