import { defineConfig } from 'vitest/config';

// The backend serves both pages itself (src/SupportCopilot.Host/Pages), so the built files name it by path:
// /pages/assets/… is the only folder it hands out, and every name there carries a hash of its content.
export default defineConfig({
  base: '/pages/',
  build: {
    target: 'es2022',
    // For light-dark(): lowered, it would follow the system instead of the page.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { input: ['sidebar.html', 'workbench.html'] },
  },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000, // a busy machine is no fault of the page
  },
});
