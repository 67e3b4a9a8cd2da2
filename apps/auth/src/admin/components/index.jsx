import './state.js';
import './look/index.css';
import AdminJS from 'adminjs/lib/frontend/bundle-entry.js';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { adaptApiClient } from './kit/api-client.js';
import { PanelActionHeader } from './lists/action-header.jsx';
import { PanelChips } from './lists/chips.jsx';
import { PanelChoices } from './lists/choices.jsx';
import { PanelDescription } from './lists/description.jsx';
import { PanelFilterDrawer } from './lists/filter-drawer.jsx';
import { PanelJson } from './lists/json.jsx';
import { PanelList } from './lists/list.jsx';
import { PanelMoment } from './lists/moment.jsx';
import { PanelPassword } from './lists/password.jsx';
import { PanelRecordPage } from './lists/record-page.jsx';
import { PanelStatus } from './lists/status.jsx';
import { pages } from './pages/index.js';
import { Application } from './shell/application.jsx';

adaptApiClient();
// Where AdminJS looks for what stands in for its own components, and for ours.
window.AdminJS = {
  ...AdminJS,
  UserComponents: {
    ...pages,
    Application,
    ActionHeader: PanelActionHeader,
    DefaultListAction: PanelList,
    FilterDrawer: PanelFilterDrawer,
    PropertyDescription: PanelDescription,
    PanelChips,
    PanelChoices,
    PanelJson,
    PanelMoment,
    PanelPassword,
    PanelRecordPage,
    PanelStatus,
  },
};
createRoot(document.getElementById('app')).render(AdminJS.Application);
