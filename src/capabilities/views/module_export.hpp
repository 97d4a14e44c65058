// SPDX-License-Identifier: Apache-2.0
#pragma once
// The summary as files: /views/summary/export/{format}.

#include "capabilities/views/export.hpp"
#include "capabilities/views/export_files.hpp"
#include "capabilities/views/module.hpp"

namespace poa::views {

void add_export_routes(web::Routes& routes, const ModuleLinks& links, ExportConverters converters = {});
/// The file, for the command line. Refuses as `convert_document`.
[[nodiscard]] Result<std::string> export_summary(const ExportSubject& subject, ExportFormat format);
/// The sentences of refusals: called by `add_sentences`.
void add_export_sentences(web::Routes& routes);

} // namespace poa::views
