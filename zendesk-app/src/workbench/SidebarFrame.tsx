import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ColorScheme } from '../shared/theme';
import { hostApp, type FrameworkHost } from './frameworkHost';
import type { Editor } from './ReplyEditor';

interface Props {
  ticketId: number;
  subject: string | null;
  status: string | null;
  tenant: string | null;
  scheme: ColorScheme;
  editor: RefObject<Editor>;
  onOpen: (id: number) => void;
}

const appGuid = 'supportcopilot-workbench';
// Zendesk's apps panel at its narrowest, and as most agents have it.
const widths = { Narrow: 320, Wide: 400 };

/** The real sidebar, in a frame, with the workbench as its Zendesk. */
export function SidebarFrame({ ticketId, subject, status, tenant, scheme, editor, onOpen }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<FrameworkHost>();
  const [width, setWidth] = useState(widths.Wide);
  const [height, setHeight] = useState<string>();
  const facts = useRef({ subject, status });
  facts.current = { subject, status };

  useEffect(() => {
    host.current = hostApp(frame.current!, appGuid, {
      ticketId,
      read: {
        'ticket.id': () => ticketId,
        'ticket.subject': () => facts.current.subject,
        'ticket.status': () => facts.current.status,
        'ticket.comment.text': () => editor.current?.text() ?? '',
        'ticket.comment.useRichText': () => false,
        'currentUser.locale': () => navigator.language,
      },
      act: {
        'ticket.editor.insert': (text: string) => editor.current?.insert(text),
        'ticket.comment.appendText': (text: string) => editor.current?.append(text),
        'resize': (size: { height?: string }) => setHeight(size.height),
        'routeTo': (place: string, id: string) => { if (place === 'ticket') onOpen(Number(id)); },
      },
    });
    return () => host.current?.close();
  }, [ticketId, editor, onOpen]);

  useEffect(() => host.current?.emit('colorScheme.changed', scheme), [scheme]);

  const knownStatus = useRef(status);
  useEffect(() => {
    if (knownStatus.current !== null && knownStatus.current !== status) host.current?.emit('ticket.status.changed', status);
    knownStatus.current = status;
  }, [status]);

  // The scheme of the moment goes into the address, later changes go by event, as in Zendesk: no reload.
  const address = useMemo(() => `/sidebar?${new URLSearchParams({
    origin: location.origin, app_guid: appGuid, colorScheme: scheme, ...(tenant ? { tenant } : {}),
  })}`, [ticketId, tenant]);

  return (
    <aside className="app-pane" style={{ inlineSize: width }} aria-label="SupportCopilot">
      <div className="app-head">
        <strong>SupportCopilot</strong>
        <span className="widths" role="group" aria-label="Width of the panel">
          {Object.entries(widths).map(([name, pixels]) => (
            <button key={name} type="button" aria-pressed={width === pixels} onClick={() => setWidth(pixels)}>{name}</button>
          ))}
        </span>
      </div>
      <div className="app-scroll">
        <iframe ref={frame} title="SupportCopilot sidebar" src={address} style={{ blockSize: height }} allow="clipboard-write" />
      </div>
    </aside>
  );
}
