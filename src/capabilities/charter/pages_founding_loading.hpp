// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_founding.hpp"

namespace poa::charter {

[[nodiscard]] VersionsPage load_versions(storage::Session& session, const web::Visit& visit);
/// Refuses (not_found) "charter.no_such_version".
[[nodiscard]] Result<VersionText> load_version(storage::Session& session, std::int64_t version);
[[nodiscard]] ProcessesPage load_processes(storage::Session& session, const ModuleLinks& links);
[[nodiscard]] AffirmationsPage load_affirmations(storage::Session& session, const web::Visit& visit,
                                                 const ModuleLinks& links);

} // namespace poa::charter
