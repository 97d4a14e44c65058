// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the pages that run a charter share: calendar, burden, trying, simulation.

#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/module.hpp"
#include "web/routes.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

/// In addresses: the charter that holds for the mechanism now.
inline constexpr std::string_view in_force_id = "in-force";

/// What loading needs from around.
struct SimulationParts; // behaviour.hpp

struct Running {
    storage::Session& session;
    CurrentCharter& in_force;
    const members::Register& states;
    Day today;
    const web::Visit& visit;
    /// What plays years through the platform's commands; may be empty.
    std::function<SimulationParts()> by_commands = {};
};

/// A charter and what is known of its place.
struct ShownCharter {
    std::string id;                             ///< as in addresses: "egypt", "in-force"
    const Charter* charter = nullptr;           ///< lives as long as `kept`, or the program
    std::shared_ptr<const CharterInForce> kept; ///< of the charter in force
};
/// Refuses (not_found) charter.none_in_force, charter.no_such_preset (id, known).
[[nodiscard]] Result<ShownCharter> shown_charter(storage::Session& session, CurrentCharter& in_force,
                                                 const std::string& id);

struct FoundCharter : ShownCharter {
    std::string title;
    std::string language;     ///< of the title
    std::int64_t version = 0; ///< of the charter in force; 0: a shipped one
};
/// Refuses as shown_charter.
[[nodiscard]] Result<FoundCharter> find_charter(const Running& at, const std::string& id);

/// Member States on that day by ISO3: the order of reporting turns.
[[nodiscard]] std::vector<std::string> reporting_order(const members::Register& states, Day today);
[[nodiscard]] std::string state_name(const Running& at, std::string_view iso3);

/// A sentence of a refusal of charters in the reader's language.
[[nodiscard]] std::string said(const Reason& reason, const web::Visit& visit);
/// Label of a choice of a clause in the reader's language; the value itself where it is none.
[[nodiscard]] std::string choice_words(const ClauseSpec& clause, std::string_view value,
                                       const web::Visit& visit);

/// Where a charter's clause is read: /charters/egypt#c-4-1.
[[nodiscard]] web::Url clause_url(std::string_view charter, const ClauseSpec& clause);
[[nodiscard]] web::Url local_url(std::string_view address);

/// A number with so many digits after the point, as the language writes it (its whole part grouped).
[[nodiscard]] std::string decimal(double number, int digits, const web::Visit& visit);
/// Rounded to whole numbers.
[[nodiscard]] std::string rounded(double number, const web::Visit& visit);

/// Title, crumbs (Charters, and the charter where there is one) and the other faces.
[[nodiscard]] web::Screen begin_running_screen(std::string title, std::string_view description,
                                               std::string_view charter, std::string_view charter_title,
                                               const web::Visit& visit);
/// Other pages of the same charter.
[[nodiscard]] web::Html running_links(std::string_view charter, std::string_view here,
                                      const web::Visit& visit);

} // namespace poa::charter
