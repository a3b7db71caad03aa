import { Button } from '@zendeskgarden/react-buttons';

/** In the place of something that is not there: why, and what to do. */
export function Blank({ title, text, retry }: { title: string; text: string; retry?: () => void }) {
  return (
    <div className="blank" role={retry ? 'alert' : undefined}>
      <h2>{title}</h2>
      <p className="subtle">{text}</p>
      {retry && <Button size="small" onClick={retry}>Try again</Button>}
    </div>
  );
}
