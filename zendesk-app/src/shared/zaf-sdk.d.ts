declare module 'zendesk_app_framework_sdk' {
  export interface RawClient {
    get(path: string): Promise<Record<string, unknown>>;
    invoke(name: string, ...values: unknown[]): Promise<Record<string, unknown>>;
    on(event: string, handler: (data: never) => void): void;
  }
  const sdk: { init(): RawClient | false };
  export default sdk;
}
