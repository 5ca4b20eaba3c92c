# Object storage for the backups of postgres-main.
# State: the http backend of git.fernbank.example, workspace "backups-prod". Owner: Jonas Weber.

terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

variable "endpoint" {
  description = "S3 address of the object store in nova-b. Backups never live in the zone of the primary."
  type        = string
  default     = "https://objects.nova-b.fernbank.example"
}

variable "daily_retention_days" {
  description = "How long a daily backup is kept. The audit asks for 30 days; 5 more cover long weekends."
  type        = number
  default     = 35

  validation {
    condition     = var.daily_retention_days >= 30
    error_message = "The audit asks for at least 30 days of daily backups."
  }
}

variable "monthly_retention_days" {
  description = "How long the backup of the first day of a month is kept: 13 months."
  type        = number
  default     = 400
}

variable "lock_days" {
  description = "For so long nobody, the platform team included, can delete a backup without the bypass right."
  type        = number
  default     = 14
}

provider "aws" {
  region                      = "nova-b"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  s3_use_path_style           = true

  endpoints {
    s3  = var.endpoint
    iam = var.endpoint
  }
}

locals {
  tags = {
    team    = "platform"
    service = "postgres-main"
    data    = "confidential"
  }
}

resource "aws_s3_bucket" "backups" {
  bucket              = "fernbank-backups"
  object_lock_enabled = true
  tags                = local.tags

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_versioning" "backups" {
  bucket = aws_s3_bucket.backups.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "backups" {
  bucket = aws_s3_bucket.backups.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = var.lock_days
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "backups" {
  bucket = aws_s3_bucket.backups.id

  rule {
    id     = "daily"
    status = "Enabled"

    filter {
      prefix = "postgres-main/daily/"
    }

    expiration {
      days = var.daily_retention_days
    }

    noncurrent_version_expiration {
      noncurrent_days = var.lock_days
    }
  }

  rule {
    id     = "monthly"
    status = "Enabled"

    filter {
      prefix = "postgres-main/monthly/"
    }

    expiration {
      days = var.monthly_retention_days
    }
  }

  # An upload that was cut off leaves parts behind that cost money and show up nowhere.
  rule {
    id     = "unfinished-uploads"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }
}

resource "aws_s3_bucket_public_access_block" "backups" {
  bucket                  = aws_s3_bucket.backups.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# The backup job may write and list, but neither read nor delete: a stolen key opens nothing.
data "aws_iam_policy_document" "writer" {
  statement {
    sid       = "WriteBackups"
    actions   = ["s3:PutObject", "s3:AbortMultipartUpload"]
    resources = ["${aws_s3_bucket.backups.arn}/postgres-main/*"]
  }

  statement {
    sid       = "ListBackups"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.backups.arn]
  }
}

resource "aws_iam_user" "writer" {
  name = "backup-postgres-main"
  tags = local.tags
}

resource "aws_iam_user_policy" "writer" {
  name   = "write-backups"
  user   = aws_iam_user.writer.name
  policy = data.aws_iam_policy_document.writer.json
}

output "bucket" {
  description = "What backup-postgres-main.sh expects in BACKUP_BUCKET."
  value       = aws_s3_bucket.backups.bucket
}
