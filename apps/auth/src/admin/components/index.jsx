import { adaptApiClient } from './api-client.js';
import { PanelChips } from './chips.jsx';
import { PanelChoices } from './choices.jsx';
import { PanelDashboard } from './dashboard.jsx';
import { PanelJson } from './json.jsx';
import { PanelStatus } from './status.jsx';

adaptApiClient();
window.AdminJS.UserComponents = { PanelChips, PanelChoices, PanelDashboard, PanelJson, PanelStatus };
