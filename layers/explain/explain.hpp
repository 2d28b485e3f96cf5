// Why one activity or conflict of a ledger, or one application of the JSON of redline screen, got its verdict, in
// sentences: what it is, what it meets, how much, under which clause, how sure, what was checked without result, and
// what balances. `id` is an activity id, a licence number or a conflict id; of a screening it may be empty: all of its
// applications. Errors (input): read.missing, explain.not_a_ledger, explain.no_such_id,
// verify.not_a_screening, screen.other_format, explain.edited; (usage): explain.no_id.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/core/text.hpp"

namespace redline {

std::vector<std::string> explain(std::string const& file, std::string const& id, Language language);

}  // namespace redline
