import { texts } from '../../../lib/texts';
import classes from './SubmitPage.module.css';

export function Workers({ online }: { online: number }) {
  return (
    <span className={classes.workers} data-none={online === 0 || undefined}>
      {online === 0 ? texts.types.offline : texts.types.online(online)}
    </span>
  );
}
