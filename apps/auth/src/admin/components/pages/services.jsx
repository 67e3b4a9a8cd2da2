import React, { useState } from 'react';
import { Link } from 'react-router-dom';
import { Field, TextField } from '../access/field.jsx';
import { Section } from '../access/section.jsx';
import { Moment } from '../kit/moment.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** What each service has registered, and what its code no longer declares. */
export function Services() {
  const { say } = useWords();
  const reading = useReading('services', 'read');
  const [search, setSearch] = useState('');
  const [isOldOnly, setOldOnly] = useState(false);
  const isShown = ({ name, description, deprecatedAt }) =>
    `${name} ${description}`.toLowerCase().includes(search.trim().toLowerCase()) &&
    (!isOldOnly || deprecatedAt !== null);
  return (
    <Page name="services" reading={reading}>
      {({ services }) => {
        const shown = services
          .map(({ name, permissions }) => ({ name, permissions: permissions.filter(isShown) }))
          .filter(({ permissions }) => permissions.length > 0);
        return (
          <div className="p-stack">
            <p className="p-soft">{say('pages.services.hint')}</p>
            <div className="p-form-row">
              <TextField label={say('kit.search')} type="search" value={search} onChange={setSearch} />
              <Field label={say('access.deprecatedOnly')}>
                {(id) => (
                  <input
                    id={id}
                    type="checkbox"
                    checked={isOldOnly}
                    onChange={(event) => setOldOnly(event.target.checked)}
                  />
                )}
              </Field>
            </div>
            {shown.length === 0 && <Empty text={say('access.noPermissions')} />}
            {shown.map((service) => (
              <Service key={service.name} {...service} />
            ))}
          </div>
        );
      }}
    </Page>
  );
}

function Service({ name, permissions }) {
  const { say } = useWords();
  return (
    <Section title={name} actions={<span className="p-soft">{permissions.length}</span>}>
      <div className="p-scroll" tabIndex={0} role="region" aria-label={name}>
        <table className="p-table p-stacked">
          <caption className="p-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{say('access.permission')}</th>
              <th scope="col">{say('access.description')}</th>
              <th scope="col">{say('access.whoHasIt')}</th>
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <Permission key={permission.id} {...permission} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Permission({ name, description, deprecatedAt }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <tr>
      <th scope="row">
        <code className={deprecatedAt ? 'p-cell-old' : ''}>{name}</code>{' '}
        {deprecatedAt && (
          <span className="p-chip p-chip-warn">
            {say('access.deprecatedSince')} <Moment at={deprecatedAt} />
          </span>
        )}
      </th>
      <td>{description}</td>
      <td>
        <details onToggle={(event) => setOpen(event.target.open)}>
          <summary aria-label={say('access.rolesWith', { permission: name })}>{say('access.roles')}</summary>
          {isOpen && <RolesWith permission={name} />}
        </details>
      </td>
    </tr>
  );
}

function RolesWith({ permission }) {
  const { say } = useWords();
  const { data } = useReading('services', 'roles', { permission });
  return (
    <ul>
      {data?.roles.map(({ id, name }) => (
        <li key={id}>
          <Link to={panelPath('/pages/role', { id })}>{name}</Link>
        </li>
      ))}
      {data?.roles.length === 0 && <li className="p-soft">{say('kit.none')}</li>}
      <li>
        <Link to={panelPath('/pages/who-can', { permission })}>{say('access.whoCanDoIt')}</Link>
      </li>
    </ul>
  );
}
