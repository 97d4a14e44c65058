// SPDX-License-Identifier: Apache-2.0
#include "app/survey_command_line.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace poa::app {
namespace {

using Act = std::function<int()>;

void add_data(CLI::App& verb, SurveyWish& wish, const char* about) {
    verb.add_option("--data", wish.data, about)->envname("POA_DATA");
}

void add_check(CLI::App& surveys, Act& act) {
    auto wish = std::make_shared<SurveyWish>();
    auto* verb = surveys.add_subcommand("check", "Everything that is wrong with a survey, with its place");
    verb->add_option("file", wish->file, "JSON of this platform, or an XLSForm (.xlsx)")->required();
    verb->callback([&act, wish] { act = [wish] { return check_survey_file(*wish); }; });
}

void add_export(CLI::App& surveys, Act& act) {
    auto wish = std::make_shared<SurveyWish>();
    auto* verb = surveys.add_subcommand("export", "Write a survey as JSON or XLSForm");
    verb->add_option("key", wish->key, "Key of the survey: framework-survey")->required();
    verb->add_option("--version", wish->version, "Version; else the one in use, else the newest");
    verb->add_option("--format", wish->format, "json (default), xlsx")
        ->check(CLI::IsMember({"json", "xlsx"}));
    verb->add_option("--to", wish->to, "File to write; else standard output");
    add_data(*verb, *wish, "Folder of an instance; without one, the surveys that come with the program");
    verb->callback([&act, wish] { act = [wish] { return export_survey_file(*wish); }; });
}

void add_import(CLI::App& surveys, Act& act) {
    auto wish = std::make_shared<SurveyWish>();
    auto* verb = surveys.add_subcommand("import", "Keep a survey as a draft; a decision puts it in use");
    verb->add_option("file", wish->file, "JSON of this platform, or an XLSForm (.xlsx)")->required();
    verb->add_option("--key", wish->key, "Key of the draft; else the file's own");
    wish->data = "poa-data";
    add_data(*verb, *wish, "Folder of the instance");
    verb->callback([&act, wish] { act = [wish] { return import_survey_file(*wish); }; });
}

} // namespace

void add_survey_verbs(CLI::App& top, std::function<int()>& act) {
    auto* surveys = top.add_subcommand("surveys", "Survey templates: check, export, import");
    surveys->require_subcommand(1);
    add_check(*surveys, act);
    add_export(*surveys, act);
    add_import(*surveys, act);
}

} // namespace poa::app
