// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/views/call.hpp"

namespace poa::views {

struct OpenCall {
    std::string title, mandate_symbol, mandate_paragraph, questions;
    std::string called = "member_states";
    bool stakeholders_invited = false;
    std::int64_t stakeholder_words = 0; ///< most words of a stakeholder's paper; 0: no limit
    std::vector<std::string> languages;
    Audience audience = Audience::own_delegation; ///< of what comes in: public or Member States
    std::optional<Day> opening, deadline;
    std::string announcement;
    std::string reminder_days; ///< "2027-02-01, 2027-03-01"
};
const Input<OpenCall>& input_of(Of<OpenCall>);

/// Opens a call for views under a mandate; its address is made of the mandate. Records "views.open_call" on
/// "views_call:SLUG" with mandate, days and audience; the questions are sealed. Refuses, all fields at once
/// (bad_input): input.required, documents.malformed_symbol, views.malformed_paragraph, views.day_past,
/// views.deadline_before_opening, views.reminder_outside, views.malformed_days, views.language_unknown,
/// views.audience_too_narrow.
[[nodiscard]] Result<Call> open_call(ledger::Work& work, const identity::Actor& actor,
                                     const OpenCall& request);

} // namespace poa::views
