// SPDX-License-Identifier: Apache-2.0
#pragma once
// What charters ask of the rooms beside them: where a source can be read, and what the coded views say.

#include "capabilities/charter/module.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/views/views.hpp"

namespace poa::app {

[[nodiscard]] std::function<charter::PassageLink(const web::Visit&, const charter::Provenance&)>
passages_for_charters(storage::Database& database, const members::CurrentRegister& states);

[[nodiscard]] std::function<charter::HearVoices(const web::Visit&)>
voices_for_charters(storage::Database& database, views::CurrentStanding& standing);

} // namespace poa::app
