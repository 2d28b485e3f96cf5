// Whether an archive holds an entry that is encrypted, by the flags of its directory. False for what cannot be read.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

bool is_encrypted_zip(std::string const& path);

}  // namespace redline
