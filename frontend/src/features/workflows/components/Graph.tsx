import { useMemo } from 'react';
import { Link } from 'react-router';
import { StateBadge } from '@/lib/tasks/StateBadge';
import { taskTexts } from '@/lib/tasks/texts';
import { useTaskTypeTitle } from '@/lib/tasks/useTaskTypes';
import { withCurlyQuotes } from '@/lib/ui/quotes';
import type { WorkflowDetail } from '../api/useWorkflows';
import { texts } from '../texts';
import classes from './Graph.module.css';
import { type Edge, layoutOf, NODE } from './layout';

/** The tasks of a workflow and their dependencies, from left to right. Existing tasks link to their pages. */
export function Graph({ tasks }: { tasks: WorkflowDetail['tasks'] }) {
  const { nodes, edges, width, height } = useMemo(() => layoutOf(tasks), [tasks]);
  const titleOf = useTaskTypeTitle();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard
    <section className={classes.scroll} aria-label={texts.graph} tabIndex={0}>
      <div className={classes.graph} style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true" className={classes.edges}>
          {edges.map((edge) => (
            <path
              key={`${edge.from.node.id} ${edge.to.node.id}`}
              d={curve(edge)}
              data-done={edge.from.node.state === 'SUCCEEDED' || undefined}
              data-regardless={edge.regardless || undefined}
            />
          ))}
        </svg>
        <ul>
          {nodes.map(({ node, x, y }) => (
            <li key={node.id} style={{ left: x, top: y, width: NODE.width, height: NODE.height }}>
              {node.taskId ? (
                <Link
                  to={`/tasks/${node.taskId}`}
                  className={classes.node}
                  data-state={node.state}
                  aria-label={texts.node(
                    node.id,
                    node.blocked ? texts.blocked : taskTexts.states[node.state],
                    node.needs.map(({ task }) => task),
                  )}
                  data-stuck={node.notice ? true : undefined}
                  title={
                    node.notice
                      ? withCurlyQuotes(node.notice)
                      : node.type
                        ? titleOf(node.type)
                        : texts.deleted
                  }
                >
                  <span className={classes.name}>{node.id}</span> <StateBadge state={node.state} />
                  {node.state === 'RUNNING' && (
                    <span className={classes.progress} style={{ width: `${node.progress * 100}%` }} />
                  )}
                </Link>
              ) : (
                <div className={classes.node}>
                  <span className={classes.name}>{node.id}</span>
                  <span className={classes.type}>{node.type && titleOf(node.type)}</span>
                </div>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function curve({ from, to }: Edge): string {
  const [x1, y1] = [from.x + NODE.width, from.y + NODE.height / 2];
  const [x2, y2] = [to.x, to.y + NODE.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
