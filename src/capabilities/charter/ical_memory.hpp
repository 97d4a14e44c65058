// SPDX-License-Identifier: Apache-2.0
#pragma once
// Owners of what libical allocates.

#include <libical/ical.h>
#include <memory>

namespace poa::charter {

struct IcalFree {
    void operator()(icalcomponent* made) const { icalcomponent_free(made); }
    void operator()(icalproperty* made) const { icalproperty_free(made); }
    void operator()(icalrecur_iterator* made) const { icalrecur_iterator_free(made); }
    void operator()(char* made) const { icalmemory_free_buffer(made); }
};
using IcalComponent = std::unique_ptr<icalcomponent, IcalFree>;
using IcalProperty = std::unique_ptr<icalproperty, IcalFree>;
using IcalRecurrence = std::unique_ptr<icalrecur_iterator, IcalFree>;
using IcalText = std::unique_ptr<char, IcalFree>;

} // namespace poa::charter
