import { useMe } from '@/lib/session/useMe';
import { Failure, Loading } from '@/lib/ui/notices';
import { PageTitle } from '@/lib/ui/PageTitle';
import { texts } from '../texts';
import classes from './AccountPage.module.css';
import { Password } from './Password';
import { Profile } from './Profile';
import { Sessions } from './Sessions';
import { Tokens } from './Tokens';

/** The profile, password, sessions and API tokens of the signed-in person. */
export function AccountPage() {
  const { data: me, error, isPending, refetch } = useMe();
  return (
    <>
      <PageTitle mb="lg">{texts.title}</PageTitle>
      {isPending && <Loading label={texts.loading} />}
      {!isPending && !me && <Failure error={error} onRetry={() => void refetch()} />}
      {me && (
        <div className={classes.panels}>
          <Profile user={me} />
          <Password />
          <Sessions />
          <Tokens />
        </div>
      )}
    </>
  );
}
