import { Read, Screen } from '../parts/Screen';
import { Configuration } from './Configuration';
import { Nodes } from './Nodes';
import { Parts } from './Parts';
import { texts } from './texts';
import { useSystem } from './useSystem';

export function SystemPage() {
  const system = useSystem();
  return (
    <Screen title={texts.title} lead={texts.lead}>
      <Read reading={system}>
        {(state) => (
          <>
            <Parts system={state} />
            <Nodes nodes={state.nodes} />
            <Configuration settings={state.configuration} />
          </>
        )}
      </Read>
    </Screen>
  );
}
