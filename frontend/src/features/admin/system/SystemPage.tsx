import { adminTexts } from '@/lib/adminTexts';
import { Read, Screen } from '../parts/Screen';
import { Configuration } from './Configuration';
import { Nodes } from './Nodes';
import { Parts } from './Parts';
import { useSystem } from './useSystem';

const words = adminTexts.system;

export function SystemPage() {
  const system = useSystem();
  return (
    <Screen title={words.title} lead={words.lead}>
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
