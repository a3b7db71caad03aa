import { Button } from '@zendeskgarden/react-buttons';
import { QuietIcon } from '../shared/icons';

/** Says in words why there is nothing to see, and what to do about it. */
export function Notice({ title, text, retry, alert }:
  { title: string; text: string; retry?: [label: string, run: () => void]; alert?: boolean }) {
  return (
    <div className="notice" role={alert ? 'alert' : 'status'}>
      <span className="notice-icon"><QuietIcon /></span>
      <h2>{title}</h2>
      <p className="subtle" dir="auto">{text}</p>
      {retry && <Button size="small" onClick={retry[1]}>{retry[0]}</Button>}
    </div>
  );
}
