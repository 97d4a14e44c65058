// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/decisions/pages_agreed.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::decisions {

[[nodiscard]] web::Screen draw_agreed(const AgreedPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_agreed_kind(const AgreedKindPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_agreed_item(const AgreedItemPage& page, const web::Visit& visit);

// The founding chain: pages_chain_drawing.cpp.
[[nodiscard]] web::Screen draw_founding(const FoundingPage& page, const web::Visit& visit);
/// What will be recorded, and the form that confirms it.
[[nodiscard]] web::Screen draw_begin_chain(const BeginChainPage& page, const web::Visit& visit,
                                           const web::Entered& entered);
[[nodiscard]] web::Screen draw_record_step(const RecordStepPage& page, const web::Visit& visit,
                                           const web::Entered& entered);

// Parts that the pages of one item share with those of all: pages_agreed_drawing.cpp.
[[nodiscard]] web::Html decision_link(std::int64_t decision, std::string_view symbol);
/// Says that the day asked about is another than today; empty for today.
[[nodiscard]] web::Html day_notice(const DayAsked& asked, const web::Visit& visit);
/// The day for a link, so that it stays the day asked about; empty for today.
[[nodiscard]] std::string day_parameter(const DayAsked& asked);
/// A form for asking about another day at the same address.
[[nodiscard]] web::Html day_form(const DayAsked& asked, const web::Url& address, const web::Visit& visit);
/// With the way back to what is agreed.
[[nodiscard]] web::Screen agreed_screen(const web::Visit& visit, std::string title, web::Html body);

} // namespace poa::decisions
