// SPDX-License-Identifier: Apache-2.0
#pragma once
// From charters to page structs: the list, and one charter.

#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_charters.hpp"
#include "capabilities/charter/pages_running.hpp"

namespace poa::charter {

struct CharterQuery {
    std::string charter; ///< id, or "in-force"
};
[[nodiscard]] const Input<CharterQuery>& input_of(Of<CharterQuery>);

/// The same outside a session.
[[nodiscard]] Result<ShownCharter> shown_charter(const ModuleLinks& links, const std::string& id);

[[nodiscard]] Result<ChartersPage> load_charters(const ModuleLinks& links, const web::Visit& visit);
[[nodiscard]] Result<CharterPage> load_charter(const ModuleLinks& links, const web::Visit& visit,
                                               const CharterQuery& query);
/// The charter's file as it is shipped; of the one in force, its text. Refuses as shown_charter.
[[nodiscard]] Result<std::string> load_charter_text(const ModuleLinks& links, const std::string& id);

/// The page of any charter, also of one that is not shipped.
[[nodiscard]] CharterPage page_of(const ShownCharter& shown, const ModuleLinks& links,
                                  const web::Visit& visit);

/// Of the shipped ones, kind by kind, in alphabetical order of their titles.
[[nodiscard]] std::vector<CharterRow> shipped_rows(const members::Register& states, const web::Visit& visit);
/// Names of States in alphabetical order of the reader's language.
[[nodiscard]] std::vector<std::string> state_names(const std::vector<std::string>& codes,
                                                   const members::Register& states, const web::Visit& visit);
/// "en" where it has no title in the reader's language.
[[nodiscard]] std::string language_of_title(const CharterHead& head, const web::Visit& visit);
[[nodiscard]] std::vector<ContradictionRow> contradiction_rows(const Charter& charter,
                                                               const web::Visit& visit);

} // namespace poa::charter
