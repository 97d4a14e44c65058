// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/decisions/effects.hpp"
#include "capabilities/decisions/pages_decisions.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::decisions {

[[nodiscard]] web::Screen draw_decisions(const DecisionsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_decision(const DecisionPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_new_proposal(const NewProposalPage& page, const web::Visit& visit);
/// The form of a draft with that effect; `page` is not asked for its wording.
[[nodiscard]] web::Screen draw_draft_form(const EffectSpec& effect, const DraftFormPage& page,
                                          const web::Visit& visit, const web::Entered& entered);
/// What will be recorded, and the form that confirms it.
[[nodiscard]] web::Screen draw_act(const ActPage& page, const web::Visit& visit, const web::Entered& entered);

/// The state of a question with its live parts (islands/question.ts). `live`: its stream's address; empty for
/// one that is over. `appeal`: the vote on a ruling that is open meanwhile; 0: none.
[[nodiscard]] web::Html draw_question(const QuestionCard& card, std::string_view live, std::int64_t appeal,
                                      const web::Visit& visit);
/// Where no question is open: says it as soon as one is put.
[[nodiscard]] web::Html draw_waiting(const DecisionPage& page, std::string_view live, std::int64_t appeal,
                                     const web::Visit& visit);

/// Words for the names of outcomes and rules.
[[nodiscard]] std::string_view outcome_words(std::string_view outcome, const web::Visit& visit);
[[nodiscard]] std::string body_words(std::string_view body, const web::Visit& visit);

} // namespace poa::decisions
