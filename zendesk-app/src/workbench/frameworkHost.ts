// The other side of Zendesk's app framework: what the Support page does for an app in a frame.
// Messages are JSON text. From the app: {key: "iframe.handshake"}, {key: "iframe.on:EVENT"} and
// {id, request: "get" | "set" | "invoke", params}; to it: {key: "zaf.EVENT", message} and {id, result}.

type Message = { key?: string; id?: number; request?: string; params?: string[] | Record<string, unknown[]> };
type Result = Record<string, unknown> & { errors: Record<string, { name: string; message: string; path: string }> };

/** What the page lets the app read and do; a path or action not named here is answered with an error, as Zendesk does. */
export interface Surface {
  ticketId: number;
  read: Record<string, () => unknown>;
  act: Record<string, (...values: never[]) => void>;
}

export interface FrameworkHost {
  /** Tells the app of an event, if it asked to hear of it. */
  emit(event: string, data?: unknown): void;
  close(): void;
}

export function hostApp(frame: HTMLIFrameElement, appGuid: string, surface: Surface): FrameworkHost {
  const heard = new Set<string>();

  const post = (message: object) =>
    frame.contentWindow?.postMessage(JSON.stringify({ ...message, appGuid, instanceGuid: appGuid }), location.origin);
  const emit = (event: string, message: unknown) => post({ key: `zaf.${event}`, message });

  function receive(event: MessageEvent) {
    if (event.source !== frame.contentWindow || event.origin !== location.origin || typeof event.data !== 'string') return;
    const message = JSON.parse(event.data) as Message;
    if (message.key === 'iframe.handshake') emit('app.registered', registration());
    else if (message.key?.startsWith('iframe.on:')) heard.add(message.key.slice('iframe.on:'.length));
    else if (message.request) post({ id: message.id, result: answer(message) });
  }

  function registration() {
    return {
      context: {
        instanceGuid: appGuid, product: 'support', location: 'ticket_sidebar', ticketId: surface.ticketId,
        account: { subdomain: 'workbench' },
      },
      metadata: { appId: 0, name: 'SupportCopilot', installationId: 0, settings: {} },
    };
  }

  function answer({ request, params }: Message): Result {
    const result: Result = { errors: {} };
    const refuse = (path: string) => {
      result.errors[path] = { name: 'UnsupportedError', path, message: `is not known to the workbench (${request})` };
    };
    if (request === 'get') {
      for (const path of params as string[]) {
        const read = surface.read[path];
        if (read) result[path] = read(); else refuse(path);
      }
    } else {
      for (const [name, values] of Object.entries(params as Record<string, unknown[]>)) {
        const act = request === 'invoke' ? surface.act[name] : undefined;
        if (act) act(...values as never[]); else refuse(name);
      }
    }
    return result;
  }

  window.addEventListener('message', receive);
  return {
    emit: (event, data) => { if (heard.has(event)) emit(event, data); },
    close: () => {
      emit('app.willDestroy', {});
      window.removeEventListener('message', receive);
    },
  };
}
