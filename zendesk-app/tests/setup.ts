import { configure } from '@testing-library/react';
// What jsdom lacks of a browser and the components ask for while they load; nothing here is measured or shown.
window.matchMedia = query => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };

configure({ asyncUtilTimeout: 8_000 }); // a busy machine is no fault of the page
