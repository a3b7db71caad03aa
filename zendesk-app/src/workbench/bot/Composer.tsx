import { useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Textarea } from '@zendeskgarden/react-forms';

interface Props { said: string[]; suggestions: readonly string[]; failure: string | null; onSay: (text: string) => void }

const longest = 2_000;

export function Composer({ said, suggestions, failure, onSay }: Props) {
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);

  return (
    <div className="composer">
      {failure && <p className="composer-failure small" role="alert">{failure}</p>}
      {said.length === 0 && (
        <div className="suggestions" aria-label="Suggested questions">
          {suggestions.map(one => <button key={one} type="button" onClick={() => onSay(one)}>{one}</button>)}
        </div>
      )}
      <form onSubmit={event => { event.preventDefault(); send(); }}>
        <Field>
          <Field.Label hidden>Message to the bot</Field.Label>
          <Textarea ref={box} name="message" minRows={1} maxRows={6} maxLength={longest} value={text} autoFocus
            placeholder="Ask about your tickets" onChange={event => setText(event.target.value)} onKeyDown={keys} />
        </Field>
        <Button isPrimary type="submit" disabled={text.trim() === ''}>Send</Button>
      </form>
      <p className="subtle small">Enter sends, Shift+Enter breaks the line, ↑ brings back what you asked last. Nothing leaves this machine.</p>
    </div>
  );

  function keys(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && text === '' && said.length > 0) {
      event.preventDefault();
      setText(said.at(-1)!);
    }
  }

  function send() {
    if (text.trim() === '') return;
    onSay(text.trim());
    setText('');
    box.current?.focus();
  }
}
