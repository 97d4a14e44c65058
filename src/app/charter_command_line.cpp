// SPDX-License-Identifier: Apache-2.0
#include "app/charter_command_line.hpp"

#include "app/charter_verbs.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace poa::app {
namespace {

using Act = std::function<int()>;

void add_check(CLI::App& charter, Act& act) {
    auto wish = std::make_shared<CharterWish>();
    auto* verb = charter.add_subcommand("check", "Problems and contradictions of charter files, all at once");
    verb->add_option("charters", wish->charters, "YAML files, or ids of shipped charters")->required();
    verb->add_option("--format", wish->format, "text (default), json")
        ->check(CLI::IsMember({"text", "json"}));
    verb->callback([&act, wish] { act = [wish] { return check_charters(*wish); }; });
}

void add_compare(CLI::App& charter, Act& act) {
    auto wish = std::make_shared<CharterWish>();
    auto* verb =
        charter.add_subcommand("compare", "Charters clause by clause, and their nearest common ground");
    verb->add_option("charters", wish->charters, "Two or more: ids or files; none: all shipped ones");
    verb->add_option("--format", wish->format, "text (default), json, csv")
        ->check(CLI::IsMember({"text", "json", "csv"}));
    verb->callback([&act, wish] { act = [wish] { return compare_charters(*wish); }; });
}

void add_lists(CLI::App& charter, Act& act) {
    auto wish = std::make_shared<CharterWish>();
    auto* list = charter.add_subcommand("list", "The charters shipped with the program");
    list->add_option("--format", wish->format, "text (default), json")
        ->check(CLI::IsMember({"text", "json"}));
    list->callback([&act, wish] { act = [wish] { return list_charters(*wish); }; });
    auto* schema = charter.add_subcommand("schema", "The JSON Schema of charter files");
    schema->callback([&act] { act = [] { return print_charter_schema(); }; });
}

} // namespace

void add_charter_verbs(CLI::App& top, std::function<int()>& act) {
    auto* charter = top.add_subcommand("charter", "The mechanism's rules as data: check, compare, run");
    charter->require_subcommand(1);
    add_check(*charter, act);
    add_compare(*charter, act);
    add_lists(*charter, act);
}

} // namespace poa::app
