import './state.js';
import './look/index.css';
import AdminJS from 'adminjs/lib/frontend/bundle-entry.js';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { adaptApiClient } from './kit/api-client.js';
import { PanelChips } from './lists/chips.jsx';
import { PanelChoices } from './lists/choices.jsx';
import { PanelJson } from './lists/json.jsx';
import { PanelMoment } from './lists/moment.jsx';
import { PanelRecordPage } from './lists/record-page.jsx';
import { PanelStatus } from './lists/status.jsx';
import { pages } from './pages/index.js';
import { Application } from './shell/application.jsx';
import { Notices } from './shell/notices.jsx';
import { Sidebar } from './shell/sidebar.jsx';
import { TopBar } from './shell/top-bar.jsx';

adaptApiClient();
// Where AdminJS looks for what stands in for its own components, and for ours.
window.AdminJS = {
  ...AdminJS,
  UserComponents: {
    ...pages,
    Application,
    NoticeBox: Notices,
    Sidebar,
    TopBar,
    PanelChips,
    PanelChoices,
    PanelJson,
    PanelMoment,
    PanelRecordPage,
    PanelStatus,
  },
};
createRoot(document.getElementById('app')).render(AdminJS.Application);
