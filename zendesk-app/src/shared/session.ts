/** What the server says about who is asking. Null authorization: nobody is signed in here. */
export interface Session {
  authorization: string | null;
  /** The desk whose numbers the frame speaks ("zendesk"); null where it speaks our own. */
  source: string | null;
  /** The tenant that is open, and those that could be: told to the workbench alone. */
  tenant: string | null;
  tenants: string[];
  /** Why nobody is signed in: told to the workbench alone. */
  refused: string | null;
}

/** Reads the block the server wrote into the page; a page without one is nobody's. */
export function readSession(page: Document): Session {
  const block = page.getElementById('session')?.textContent;
  const given: Partial<Session> = block ? JSON.parse(block) : {};
  return {
    authorization: given.authorization || null,
    source: given.source || null,
    tenant: given.tenant || null,
    tenants: given.tenants ?? [],
    refused: given.refused || null,
  };
}
