// SPDX-License-Identifier: Apache-2.0
#pragma once
// The declared inputs of the commands about calls that carry a text or a file; the others fill their
// command's request themselves.

#include "base/input.hpp"
#include "capabilities/views/commands/close_call.hpp"
#include "capabilities/views/commands/extend_call.hpp"
#include "capabilities/views/commands/open_call.hpp"
#include "capabilities/views/commands/remind_call.hpp"
#include "capabilities/views/commands/withdraw_submission.hpp"

namespace poa::views {

struct ViewsAsked {
    std::string call, actor, language, title, text;
    Upload file;
    // Of the secretariat only:
    std::string document, section, channel;
    std::optional<Day> received;
    std::int64_t consultation = 0;
};
const Input<ViewsAsked>& input_of(Of<ViewsAsked>);
/// The fields a delegation or a representative fills in, for their form. Not those of the command: it takes
/// all.
const InputSpec& own_views_fields();

struct ConsultationAsked {
    std::string call;
    std::optional<Day> day;
    std::string place, held_by, states, views_of, language, text, document;
    Upload file;
};
const Input<ConsultationAsked>& input_of(Of<ConsultationAsked>);

} // namespace poa::views
