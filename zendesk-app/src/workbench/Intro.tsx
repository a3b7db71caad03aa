import { useState } from 'react';
import { Button } from '@zendeskgarden/react-buttons';
import { CopyIcon } from '../shared/icons';

const importCommand = 'dotnet run --project src/SupportCopilot.Host -- import FILE';
const hiddenKey = 'supportcopilot.workbench.intro';

/** The newcomer's first lines: what this is, whose tickets these are, and how to see one's own. */
export function Intro({ tenant }: { tenant: string | null }) {
  const [shown, setShown] = useState(localStorage.getItem(hiddenKey) !== 'hidden');
  const [copied, setCopied] = useState('Copy');
  if (!shown) return null;

  const demo = tenant === 'demo';
  return (
    <section className="intro" aria-label="What this is">
      <div>
        <p>
          <strong>{demo ? 'Welcome. This is a support desk of invented tickets.' : `Welcome. These are the tickets of the tenant “${tenant}”.`}</strong>{' '}
          Open one: beside it stands what an agent sees in Zendesk, at work without any AI model. Nothing here is sent to anyone.
        </p>
        <p className="subtle">
          {demo ? 'To see your own export (CSV, JSON or XLSX):' : 'To import another export:'}{' '}
          <code>{importCommand}</code>
          <button type="button" className="inline-action" onClick={() => void copy()}><CopyIcon /> {copied}</button>
        </p>
      </div>
      <Button size="small" isBasic onClick={hide}>Hide</Button>
    </section>
  );

  async function copy() {
    await navigator.clipboard.writeText(importCommand).then(() => setCopied('Copied'), () => setCopied('Not allowed here'));
  }

  function hide() {
    localStorage.setItem(hiddenKey, 'hidden');
    setShown(false);
  }
}
