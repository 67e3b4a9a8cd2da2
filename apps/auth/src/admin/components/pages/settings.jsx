import React, { useState } from 'react';
import { Section } from '../access/section.jsx';
import { Page } from '../kit/page.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { Setting } from './settings/setting.jsx';
import { SettingDialog } from './settings/setting-dialog.jsx';

/** The settings that can be changed while the service runs, by what they are about. */
export function Settings() {
  const { say } = useWords();
  const reading = useReading('settings', 'read');
  const [edited, setEdited] = useState();
  const saved = () => {
    setEdited(undefined);
    reading.reload();
  };
  return (
    <Page name="settings" reading={reading}>
      {({ settings, may }) => (
        <div className="p-stack">
          <p className="p-soft">{say('pages.settings.hint')}</p>
          {groupsOf(settings).map(([group, members]) => (
            <Section key={group} title={say(`pages.settings.groups.${group}`)}>
              <ul className="p-settings">
                {members.map((setting) => (
                  <Setting
                    key={setting.name}
                    setting={setting}
                    onEdit={may.update ? () => setEdited(setting) : undefined}
                    onReset={saved}
                  />
                ))}
              </ul>
            </Section>
          ))}
          {edited && <SettingDialog setting={edited} onClose={() => setEdited(undefined)} onSaved={saved} />}
        </div>
      )}
    </Page>
  );
}

/** In the order in which they come. */
function groupsOf(settings) {
  const groups = new Map();
  for (const setting of settings) groups.set(setting.group, [...(groups.get(setting.group) ?? []), setting]);
  return [...groups];
}
