import { Button } from '@zendeskgarden/react-buttons';

/** In the place of something that is not there: why, and what to do. */
export function Blank({ title, text, retry, act }: { title: string; text: string; retry?: () => void; act?: [words: string, run: () => void] }) {
  return (
    <div className="blank" role={retry ? 'alert' : undefined}>
      <h2>{title}</h2>
      <p className="subtle">{text}</p>
      {retry && <Button size="small" onClick={retry}>Try again</Button>}
      {act && <Button size="small" onClick={act[1]}>{act[0]}</Button>}
    </div>
  );
}
