import type { WorkflowDetail } from '../api/useWorkflows';

type Node = WorkflowDetail['tasks'][number];

export const NODE = { width: 176, height: 58 };
const GAP = { x: 56, y: 16 };

export interface Placed {
  node: Node;
  x: number;
  y: number;
}

export interface Edge {
  from: Placed;
  to: Placed;
  /** True if the task runs even when the one that it depends on fails. */
  regardless: boolean;
}

export interface Layout {
  nodes: Placed[];
  edges: Edge[];
  width: number;
  height: number;
}

/**
 * Places each task to the right of its dependencies and close to its dependents, so that few lines cross tasks.
 * Each column keeps the order of the request.
 */
export function layoutOf(tasks: Node[]): Layout {
  const byId = new Map(tasks.map((node) => [node.id, node]));
  const depths = new Map<string, number>();

  function depthOf(node: Node): number {
    const known = depths.get(node.id);
    if (known !== undefined) {
      return known;
    }
    // The server rejects cycles. If one came nevertheless, this would stop the recursion.
    depths.set(node.id, 0);
    const dependencies = node.needs.flatMap(({ task }) => byId.get(task) ?? []);
    const depth = dependencies.length === 0 ? 0 : Math.max(...dependencies.map(depthOf)) + 1;
    depths.set(node.id, depth);
    return depth;
  }

  tasks.forEach(depthOf);
  const farthestFirst = [...tasks].sort((a, b) => depthOf(b) - depthOf(a));
  for (const node of farthestFirst) {
    const dependents = tasks.filter(({ needs }) => needs.some(({ task }) => task === node.id));
    if (dependents.length > 0) {
      depths.set(node.id, Math.max(depthOf(node), Math.min(...dependents.map(depthOf)) - 1));
    }
  }
  const columns: Node[][] = [];
  for (const node of tasks) {
    const column = depthOf(node);
    columns[column] = [...(columns[column] ?? []), node];
  }
  const tallest = Math.max(0, ...columns.map((column) => column.length));
  const height = Math.max(0, tallest * (NODE.height + GAP.y) - GAP.y);
  const nodes = columns.flatMap((column, i) => {
    const top = (height - (column.length * (NODE.height + GAP.y) - GAP.y)) / 2;
    return column.map((node, j) => ({
      node,
      x: i * (NODE.width + GAP.x),
      y: top + j * (NODE.height + GAP.y),
    }));
  });
  const placed = new Map(nodes.map((one) => [one.node.id, one]));
  const edges = nodes.flatMap((to) =>
    to.node.needs.flatMap(({ task, onFailure }) => {
      const from = placed.get(task);
      return from ? [{ from, to, regardless: onFailure === 'run' }] : [];
    }),
  );
  return { nodes, edges, width: Math.max(0, columns.length * (NODE.width + GAP.x) - GAP.x), height };
}
