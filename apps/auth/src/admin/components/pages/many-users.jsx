import React, { useState } from 'react';
import { useChanges } from '../access/use-changes.jsx';
import { Page } from '../kit/page.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { Change } from './many-users/change.jsx';
import { Choosing } from './many-users/choosing.jsx';
import { Results } from './many-users/results.jsx';
import { useChange } from './many-users/use-change.js';

/** Changes many users at once: choose them, choose what, see what became of each. */
export function ManyUsers() {
  const { say } = useWords();
  const choices = useReading('many-users', 'choices');
  const [chosen, setChosen] = useState(new Map());
  const change = useChange();
  const { dialog, propose } = useChanges('many-users', () => {});
  const startAgain = () => {
    setChosen(new Map());
    change.reset();
  };
  return (
    <Page name="many-users" reading={choices}>
      {(data) => (
        <div className="p-stack">
          {data.offers.length === 0 && <p>{say('pages.many-users.nothingAllowed')}</p>}
          {change.progress === undefined && (
            <>
              <Choosing chosen={chosen} onChoose={setChosen} />
              <Change
                choices={data}
                chosen={chosen}
                propose={propose}
                onApply={(what) => change.run(what, [...chosen.values()])}
              />
            </>
          )}
          {change.progress !== undefined && <Results {...change} reset={startAgain} />}
          {dialog}
        </div>
      )}
    </Page>
  );
}
