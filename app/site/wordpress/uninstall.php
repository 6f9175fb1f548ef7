<?php
if (defined('WP_UNINSTALL_PLUGIN')) {
    delete_option('both_ends_address');
}
