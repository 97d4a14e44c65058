// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/commands/choose_mails.hpp"

#include "base/text.hpp"
#include "capabilities/notices/permissions.hpp"
#include "capabilities/notices/store.hpp"

namespace poa::notices {

bool ChooseMails::wants(NoticeKind kind) const {
    switch (kind) {
    case NoticeKind::report_turn:
        return report_turn;
    case NoticeKind::section_given:
        return section_given;
    case NoticeKind::report_before_you:
        return report_before_you;
    case NoticeKind::question_put:
    case NoticeKind::release_withdrawn:
        break;
    }
    return true;
}

const Input<ChooseMails>& input_of(Of<ChooseMails>) {
    auto label = [](NoticeKind kind) { return FieldRules{.label = spec_of(kind).title}; };
    static const auto input =
        Input<ChooseMails>("notices.choose_mails")
            .tick("report_turn", &ChooseMails::report_turn, label(NoticeKind::report_turn))
            .tick("section_given", &ChooseMails::section_given, label(NoticeKind::section_given))
            .tick("report_before_you", &ChooseMails::report_before_you, label(NoticeKind::report_before_you));
    return input;
}

Result<void> choose_mails(ledger::Work& work, const identity::Actor& actor, const ChooseMails& request) {
    auto permit = permissions().check("notices.choose_mails", actor);
    if (!permit) return refuse(permit.error());
    std::vector<std::string> unwanted;
    for (const NoticeKindSpec& kind : notice_kinds())
        if (!request.wants(kind.kind)) unwanted.emplace_back(kind.name);
    store::set_unwanted(work.session(), actor.person(), unwanted);
    ledger::Entry entry;
    entry.act = "notices.choose_mails";
    entry.on_behalf = permit->on_behalf();
    entry.subject = "notices";
    entry.person = actor.person().number;
    entry.facts = {{"not_by_mail", join(unwanted, " ")}};
    work.record(entry);
    return {};
}

} // namespace poa::notices
