export { SystemModule } from './system.module.js';
export type { SettingView } from './domain/setting.view.js';
export { ChangeSetting } from './domain/commands/change-setting.js';
export { ListSettings } from './domain/queries/list-settings.js';
