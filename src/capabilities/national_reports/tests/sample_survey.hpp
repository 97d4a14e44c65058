// SPDX-License-Identifier: Apache-2.0
#pragma once
// A small survey with a question of every kind, in two languages.

#include "capabilities/national_reports/survey_file.hpp"

#include <string>

namespace poa::national_reports::testing_surveys {

inline const std::string& sample_json() {
    static const std::string text = R"json({
"key":"sample","title":{"en":"Sample survey","fr":"Enquête type"},"languages":["en","fr"],
"levels":[{"key":"none","label":{"en":"Nothing yet","fr":"Rien encore"}},
          {"key":"developing","label":{"en":"Being developed","fr":"En cours"}},
          {"key":"in_place","label":{"en":"In place","fr":"En place"}}],
"sections":[
 {"key":"about","title":{"en":"About","fr":"Présentation"},"pillar":"general","questions":[
  {"key":"author","kind":"text","label":{"en":"Who filled it in?","fr":"Qui a répondu ?"}},
  {"key":"since","kind":"day","label":{"en":"Since when?","fr":"Depuis quand ?"}}]},
 {"key":"norms","title":{"en":"Norms","fr":"Normes"},"pillar":"norms","questions":[
  {"key":"f-status","kind":"status","label":{"en":"Norm F","fr":"Norme F"},"item":"norm-f",
   "source":{"document":"A/70/174","place":"13 (f)"}},
  {"key":"f-measures","kind":"several_of","label":{"en":"By what?","fr":"Par quoi ?"},
   "source":{"document":"A/70/174","place":"13 (f)"},"item":"norm-f",
   "options":[{"key":"law","label":{"en":"A law","fr":"Une loi"}},
              {"key":"policy","label":{"en":"A policy","fr":"Une politique"}}],
   "shown_if":{"question":"f-status","is":["developing","in_place"]}},
  {"key":"f-law","kind":"link","label":{"en":"Where?","fr":"Où ?"},"source":{"document":"A/70/174"},
   "shown_if":{"question":"f-measures","is":["law"]}},
  {"key":"f-need","kind":"text","label":{"en":"What do you need?","fr":"De quoi avez-vous besoin ?"},
   "hint":{"en":"One a line","fr":"Un par ligne"},"source":{"document":"A/70/174"},
   "audience":"member_states","purpose":"need","minutes":12},
  {"key":"f-lead","kind":"one_of","label":{"en":"Who leads?","fr":"Qui dirige ?"},
   "source":{"document":"A/76/135","place":"44"},
   "options":[{"key":"ministry","label":{"en":"A ministry","fr":"Un ministère"}},
              {"key":"agency","label":{"en":"An agency","fr":"Une agence"}}]},
  {"key":"f-exercises","kind":"number","label":{"en":"Exercises a year","fr":"Exercices par an"},
   "source":{"document":"A/76/135"}},
  {"key":"f-list","kind":"table","label":{"en":"Sectors","fr":"Secteurs"},"source":{"document":"A/76/135"},
   "columns":[{"key":"sector","label":{"en":"Sector","fr":"Secteur"}},
              {"key":"body","label":{"en":"Body","fr":"Organe"}}]},
  {"key":"f-file","kind":"file","label":{"en":"Evidence","fr":"Preuve"},"source":{"document":"A/76/135"}}]}],
"crosswalk":[{"question":"f-status","survey":"checklist","other_question":"f",
              "values":{"yes":"in_place"}}]})json";
    return text;
}

inline Survey sample_survey() {
    return parse_survey(sample_json()).value();
}

} // namespace poa::national_reports::testing_surveys
