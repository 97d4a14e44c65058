// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of national_reports: what it adds to the platform. Only app includes it.

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/members/members.hpp"
#include "storage/database.hpp"
#include "storage/files.hpp"
#include "web/routes.hpp"

#include <string>

namespace poa::national_reports {

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    storage::FileStore& files;
    charter::CurrentCharter& in_force;
    const members::CurrentRegister& states;
    acquis::CurrentFramework& framework;
    std::string public_url; ///< for feeds; empty: addresses without host
};

void add_routes(web::Routes& routes, ModuleLinks links);

// Parts of add_routes, each in a file of its own.
void add_survey_routes(web::Routes& routes, const ModuleLinks& links);
/// The sentences of refusals of surveys, for the command line as well.
void add_survey_sentences(web::Routes& routes);
void add_report_sentences(web::Routes& routes);
void add_report_pages(web::Routes& routes, const ModuleLinks& links);
void add_report_commands(web::Routes& routes, const ModuleLinks& links);
void add_evidence_routes(web::Routes& routes, const ModuleLinks& links);
void add_import_route(web::Routes& routes, const ModuleLinks& links);
/// Why a form cannot be made or read, for the command line as well.
void add_form_sentences(web::Routes& routes);
void add_form_routes(web::Routes& routes, const ModuleLinks& links);
void add_source_routes(web::Routes& routes, const ModuleLinks& links);
void add_export_routes(web::Routes& routes, const ModuleLinks& links);
void add_need_routes(web::Routes& routes, const ModuleLinks& links);

} // namespace poa::national_reports
