/* The outlines of all days, read from TopoJSON, as paths in the pixels of a drawing. */

/** A history: `path(day, ground)` is the path data of what one map shows. */
export function shapes(topology, holder, frame) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([right, up]) => {
      x += right;
      y += up;
      return [
        frame.left + (x * scale[0] + translate[0] - frame.west) * frame.across,
        frame.top + (frame.north - y * scale[1] - translate[1]) * frame.down,
      ];
    });
  });
  const forwards = arcs.map((arc) => joined(arc));
  const backwards = new Map();

  function run(number) {
    if (number >= 0) return forwards[number];
    if (!backwards.has(number)) backwards.set(number, joined([...arcs[~number]].reverse()));
    return backwards.get(number);
  }

  function path(day, status) {
    const map = topology.objects[day];
    if (!map) return "";
    return map.geometries
      .filter(({ properties }) => properties.status === status
        && (status !== "held" || properties.holder === holder))
      .flatMap(({ arcs: polygons }) => polygons.flat())
      .map((ring) => `M${ring.map(run).join(" ")}Z`)
      .join("");
  }
  return { path };
}

function joined(points) {
  return points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");
}
