import { forwardRef, useImperativeHandle, useRef, useState } from 'react';
import { Field, Textarea } from '@zendeskgarden/react-forms';

/** What the sidebar can do with the agent's editor: put words in. Nothing here sends. */
export interface Editor {
  insert(text: string): void;
  append(text: string): void;
  text(): string;
}

interface Props { draft: string; onDraft: (text: string) => void; to: string | null }

export const ReplyEditor = forwardRef<Editor, Props>(function ReplyEditor({ draft, onDraft, to }, ref) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [fresh, setFresh] = useState(false);

  useImperativeHandle(ref, () => {
    const put = (text: string, start: number, end: number) => {
      const box = area.current!;
      box.setRangeText(text, start, end, 'end');
      onDraft(box.value);
      box.scrollTop = box.scrollHeight;
      setFresh(true);
      setTimeout(() => setFresh(false), 1_200);
    };
    return {
      insert: text => put(text, area.current!.selectionStart, area.current!.selectionEnd),
      append: text => put(text, area.current!.value.length, area.current!.value.length),
      text: () => area.current!.value,
    };
  }, [onDraft]);

  return (
    <div className={fresh ? 'editor fresh' : 'editor'}>
      <Field>
        <Field.Label>Public reply{to && <span className="subtle"> to {to}</span>}</Field.Label>
        <Textarea ref={area} name="reply" minRows={3} maxRows={10} value={draft} placeholder="Write a reply, or insert the suggested one."
          onChange={event => onDraft(event.target.value)} />
      </Field>
      <p className="subtle small">The workbench sends nothing. In Zendesk the agent reads the reply over, changes it and submits it.</p>
    </div>
  );
});
